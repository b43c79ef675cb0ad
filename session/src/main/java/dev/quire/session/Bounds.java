package dev.quire.session;

/// How much the server takes on at once, as data. What goes beyond is refused with
/// [SessionFault.TooBusy] before anything is done, so that it may be sent again a little later:
/// queues without end would only turn much work into no work.
///
/// @param sessionsPerUser most sessions of one user at a time, on all workbooks
/// @param requestsPerUser most requests of one user that are being answered at a time
/// @param requestsPerWorkbook most requests about one workbook that are being answered at a time,
///   those that wait for their turn to write included
/// @param journalBacklog most changes that wait to become durable when another one comes
/// @param workbookBytes estimated memory of all workbooks together; those that were not used for
///   the longest time leave memory when others need the room
/// @param heapPercent how full the heap may be after a collection before nothing is written or
///   opened any more
public record Bounds(
    int sessionsPerUser,
    int requestsPerUser,
    int requestsPerWorkbook,
    int journalBacklog,
    long workbookBytes,
    int heapPercent) {
  /// What a server takes on unless it is told otherwise; workbooks may have half of the heap.
  public static final Bounds USUAL =
      new Bounds(1_000, 256, 256, 2_048, Runtime.getRuntime().maxMemory() / 2, 90);

  /// The same with another number of sessions for each user.
  public Bounds withSessionsPerUser(int most) {
    return new Bounds(
        most, requestsPerUser, requestsPerWorkbook, journalBacklog, workbookBytes, heapPercent);
  }

  /// The same with other memory for all workbooks together.
  public Bounds withWorkbookBytes(long most) {
    return new Bounds(
        sessionsPerUser, requestsPerUser, requestsPerWorkbook, journalBacklog, most, heapPercent);
  }

  /// The same with other numbers of requests at a time.
  public Bounds withRequests(int ofUser, int onWorkbook) {
    return new Bounds(
        sessionsPerUser, ofUser, onWorkbook, journalBacklog, workbookBytes, heapPercent);
  }

  /// The same with another number of changes that may wait for the journal.
  public Bounds withJournalBacklog(int most) {
    return new Bounds(
        sessionsPerUser, requestsPerUser, requestsPerWorkbook, most, workbookBytes, heapPercent);
  }

  /// The same with another part of the heap that may be in use.
  public Bounds withHeapPercent(int percent) {
    return new Bounds(
        sessionsPerUser,
        requestsPerUser,
        requestsPerWorkbook,
        journalBacklog,
        workbookBytes,
        percent);
  }
}
