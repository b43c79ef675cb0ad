package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The sheets of an opened file that nobody has asked for yet. Safe for several threads.
///
/// Nothing of this shows from outside: a sheet is shown alone only when no cell that its values
/// come from, on whatever sheet, would have been calculated when the file was opened. In all other
/// cases, and for every change, all sheets are read and the workbook is what reading everything at
/// once gives.
final class UnreadSheets {
  private final WorkbookBuilder builder;
  private final ReentrantLock lock = new ReentrantLock();
  private final ConcurrentMap<Integer, Workbook> alone = new ConcurrentHashMap<>();
  private volatile @Nullable Workbook whole;

  UnreadSheets(WorkbookBuilder builder) {
    this.builder = builder;
  }

  /// The workbook with all its sheets.
  Workbook whole() {
    Workbook found = whole;
    if (found != null) {
      return found;
    }
    lock.lock();
    try {
      found = whole;
      if (found == null) {
        found = builder.whole();
        whole = found;
        alone.clear();
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /// The workbook for whoever reads this sheet only.
  Workbook seenFrom(int sheet) {
    Workbook found = whole;
    if (found == null) {
      found = alone.get(sheet);
    }
    return found == null ? read(sheet) : found;
  }

  private Workbook read(int sheet) {
    lock.lock();
    try {
      Workbook found = whole;
      if (found != null) {
        return found;
      }
      Optional<Set<Integer>> sources = sources(sheet);
      if (sources.isEmpty()) {
        return whole();
      }
      Workbook read = builder.only(sources.get());
      alone.put(sheet, read);
      return read;
    } finally {
      lock.unlock();
    }
  }

  /// The sheet and all those from which its values come; empty when some of them have to be
  /// calculated, or when it takes all sheets to tell.
  private Optional<Set<Integer>> sources(int sheet) {
    var found = new LinkedHashSet<Integer>();
    var waiting = new ArrayDeque<>(Set.of(sheet));
    while (!waiting.isEmpty()) {
      int next = waiting.remove();
      if (!builder.has(next) || !found.add(next)) {
        continue;
      }
      SheetFilling filling = builder.read(next);
      if (filling.isToCalculate()) {
        return Optional.empty();
      }
      Optional<Set<Integer>> mentioned = mentioned(filling.formulas());
      if (mentioned.isEmpty()) {
        return Optional.empty();
      }
      waiting.addAll(mentioned.get());
    }
    return Optional.of(found);
  }

  /// The sheets that formulas name, themselves or through names and tables; empty when that depends
  /// on the order of tabs.
  private Optional<Set<Integer>> mentioned(Collection<Template> formulas) {
    var sheets = new HashSet<Integer>();
    for (Template formula : formulas) {
      if (formula.mentionsSpan()) {
        return Optional.empty();
      }
      sheets.addAll(formula.mentionedSheets());
      if (formula.mentionsTables() || formula.mentionsNames()) {
        sheets.addAll(builder.sheetsWithTables());
      }
      if (formula.mentionsNames()) {
        if (builder.nameFormulas().stream().anyMatch(Template::mentionsSpan)) {
          return Optional.empty();
        }
        builder.nameFormulas().forEach(name -> sheets.addAll(name.mentionedSheets()));
      }
    }
    return Optional.of(sheets);
  }
}
