package dev.quire.bench.files;

/// The rows of the table, in its order.
enum FileRow {
  NUMBERS_LOAD(FileCase.NUMBERS, "load", "Quire", "QUIRE_LOAD", "2g", 4),
  NUMBERS_LOAD_SMALL(FileCase.NUMBERS, "load with -Xmx128m", "Quire", "QUIRE_LOAD", "128m", 1),
  NUMBERS_LOAD_FASTEXCEL(
      FileCase.NUMBERS, "read, keep nothing", "fastexcel-reader", "FASTEXCEL_LOAD", "2g", 2),
  NUMBERS_LOAD_SHEETJS(FileCase.NUMBERS, "load", "SheetJS", "load"),
  NUMBERS_LOAD_POI(FileCase.NUMBERS, "load", "POI", "POI_LOAD", "9g", 1),
  NUMBERS_SAVE(FileCase.NUMBERS, "save one changed cell", "Quire", "QUIRE_SAVE", "2g", 3),
  NUMBERS_SAVE_SMALL(
      FileCase.NUMBERS, "save one changed cell with -Xmx128m", "Quire", "QUIRE_SAVE", "128m", 1),
  NUMBERS_SAVE_POI(FileCase.NUMBERS, "save one changed cell", "POI", "POI_SAVE", "9g", 1),
  MIXED_LOAD(FileCase.MIXED, "load", "Quire", "QUIRE_LOAD", "2g", 10),
  MIXED_LOAD_FASTEXCEL(
      FileCase.MIXED, "read, keep nothing", "fastexcel-reader", "FASTEXCEL_LOAD", "2g", 5),
  MIXED_LOAD_SHEETJS(FileCase.MIXED, "load", "SheetJS", "load"),
  MIXED_LOAD_OFFICE(FileCase.MIXED, "load and save", "LibreOffice", "convert"),
  MIXED_LOAD_POI(FileCase.MIXED, "load", "POI", "POI_LOAD", "4g", 3),
  SHEETS_LOAD(FileCase.SHEETS, "load, one thread", "Quire", "QUIRE_LOAD", "2g", 10),
  SHEETS_LOAD_TWO(FileCase.SHEETS, "load, two threads", "Quire", "QUIRE_LOAD_TWO", "2g", 10),
  SHEETS_LOAD_POI(FileCase.SHEETS, "load", "POI", "POI_LOAD", "4g", 2),
  SHEETS_RANGE(
      FileCase.SHEETS, "open, read a range of one, 20 times", "Quire", "QUIRE_RANGE", "1g", 10),
  SHEET_RANGE(
      FileCase.SHEET, "open, read a range of it, 20 times", "Quire", "QUIRE_RANGE", "1g", 10),
  INSERT(FileCase.INSERT, "insert 10 rows in the middle, save", "Quire", "QUIRE_INSERT", "2g", 5),
  INSERT_POI(FileCase.INSERT, "insert 10 rows in the middle, save", "POI", "POI_INSERT", "4g", 2),
  FORMAT(FileCase.SHEET, "1,000,000 number formats", "Quire", "QUIRE_FORMAT", "1g", 5),
  FORMAT_POI(FileCase.SHEET, "100,000 number formats", "POI", "POI_FORMAT", "1g", 3);

  private final FileCase file;
  private final String work;
  private final String who;
  private final String task;
  private final String heap;
  private final int rounds;

  FileRow(FileCase file, String work, String who, String task, String heap, int rounds) {
    this.file = file;
    this.work = work;
    this.who = who;
    this.task = task;
    this.heap = heap;
    this.rounds = rounds;
  }

  /// Work of a program that is no Java: once, cold.
  FileRow(FileCase file, String work, String who, String task) {
    this(file, work, who, task, "", 1);
  }

  FileCase file() {
    return file;
  }

  String work() {
    return work;
  }

  String who() {
    return who;
  }

  String task() {
    return task;
  }

  boolean isJava() {
    return !heap.isEmpty();
  }

  /// The most heap that the Java machine may take.
  String heap() {
    return heap;
  }

  int rounds() {
    return rounds;
  }
}
