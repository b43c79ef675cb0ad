package dev.quire.engine.function.finance;

/// An asset that loses the same part of its worth each period, down to its salvage value.
///
/// @param life in periods
/// @param factor by how much faster than evenly it declines at first
record DecliningAsset(double cost, double salvage, double life, double factor) {
  /// Longer lives would keep a server busy.
  static final double MAX_LIFE = 100_000;

  boolean isSound() {
    return cost >= 0 && salvage >= 0 && life > 0;
  }

  private double rate() {
    return Math.min(1, factor / life);
  }

  /// What it loses in a period, which may be a fraction (Excel, DDB function); a part of the first
  /// is that period (O).
  double declined(double time) {
    double period = Math.max(1, time);
    double before = rate() == 1 ? period == 1 ? cost : 0 : cost * Math.pow(1 - rate(), period - 1);
    double after = cost * Math.pow(1 - rate(), period);
    return Math.max(0, before - Math.max(after, salvage));
  }

  /// What it loses between two times (Excel, VDB function). Excel walks in steps of one period that
  /// are aligned to the start, so that a start in the middle of a period moves all of them
  /// (observed); not so when it only declines. In each step it declines, or evenly loses what is
  /// left when that is more.
  double lost(double start, double end, boolean switches) {
    if (cost < salvage) {
      return beneath(start, end, switches);
    }
    return switches ? walked(start, end) : shrunk(end) - shrunk(start);
  }

  /// An asset that costs less than its salvage value gains the difference in the first period, and
  /// nothing where it cannot switch to even steps (ONLYOFFICE sdkjs, which gives Excel's results).
  private double beneath(double start, double end, boolean switches) {
    boolean first = start < 1 && start < end;
    return switches && first ? (cost - salvage) * Math.min(1, end - start) : 0;
  }

  /// What it loses up to a time by declining only; a part of a period takes that part of its loss.
  private double shrunk(double end) {
    double worth = cost;
    for (double time = 0; time < end; time++) {
      double loss = Math.min(worth * rate(), Math.max(0, worth - salvage));
      worth -= Math.min(1, end - time) * loss;
    }
    return cost - worth;
  }

  private double walked(double start, double end) {
    double offset = start - Math.floor(start);
    double step = offset == 0 ? 1 : offset;
    double worth = cost;
    double lost = 0;
    for (double time = 0; time < end; time += step, step = time == offset ? 1 : step) {
      double loss = Math.min(worth * rate(), Math.max(0, worth - salvage));
      double evenly = (worth - salvage) / (life - time);
      double taken = Math.min(step, end - time) * Math.max(loss, evenly);
      lost += time >= start ? taken : 0;
      worth -= taken;
    }
    return lost;
  }
}
