package dev.quire.app.demo;

import dev.quire.app.demo.DemoCell.FillDown;
import java.util.List;

/// The log as the rows of a sheet, made when they are asked for.
///
/// @param amounts what each amount is calculated with
record SalesRows(SalesLog log, List<String> header, FillDown amounts) implements Rows {
  private static final List<DemoCell> REGIONS = cells(SalesLog.REGIONS);
  private static final List<DemoCell> PRODUCTS = cells(SalesLog.PRODUCTS);
  private static final List<DemoCell> SELLERS = cells(SalesLog.SELLERS);
  private static final DemoCell PAID = DemoCell.flag(true, Style.GENERAL);
  private static final DemoCell UNPAID = DemoCell.flag(false, Style.GENERAL);

  @Override
  public int count() {
    return 1 + log.count();
  }

  @Override
  public int columns() {
    return header.size();
  }

  @Override
  public List<DemoCell> row(int index) {
    return index == 0 ? cells(header) : sale(index - 1);
  }

  private List<DemoCell> sale(int i) {
    return List.of(
        DemoCell.number(log.dateSerial(i), Style.DATE),
        REGIONS.get(log.region(i)),
        PRODUCTS.get(log.product(i)),
        SELLERS.get(log.seller(i)),
        DemoCell.number(log.units(i), Style.COUNT),
        DemoCell.number(log.unitPrice(i), Style.MONEY),
        amounts.cell(i == 0, log.amount(i), Style.MONEY),
        log.paid(i) ? PAID : UNPAID);
  }

  private static List<DemoCell> cells(List<String> texts) {
    return texts.stream().map(text -> DemoCell.text(text, Style.GENERAL)).toList();
  }
}
