package dev.quire.session;

import dev.quire.store.DriveStore;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.JournalStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Brings back what the journal has and no file. What cannot be brought back is told and stays.
record Recovery(
    Journal journal,
    BookLoader loader,
    KeptSessions kept,
    CurrentBooks current,
    Incidents incidents,
    InstantSource clock) {
  /// Opens the workbooks that a run before has left behind.
  ///
  /// @param drives drives by their ids
  void everything(Function<String, Optional<DriveStore>> drives) {
    Optional<JournalStore> store = journal.store();
    if (store.isEmpty()) {
      return;
    }
    loader.report(store.get().findings(), clock.instant());
    for (BookKey key : kept.unsettled()) {
      Optional<DriveStore> drive = drives.apply(key.drive());
      if (drive.isPresent()) {
        recover(new BookRef(key.drive(), drive.get(), key.item()));
      } else {
        incidents.add(
            clock.instant(),
            Incident.Kind.DAMAGED,
            key.item(),
            "Its drive is not there; its changes stay in the journal.");
      }
      kept.recovered(key);
    }
    for (BookKey key : kept.books()) {
      drives
          .apply(key.drive())
          .map(drive -> new BookRef(key.drive(), drive, key.item()))
          .filter(ref -> ref.drive().find(ref.itemId()).isEmpty())
          .ifPresent(this::isMissing);
    }
  }

  private void isMissing(BookRef ref) {
    Instant now = clock.instant();
    loader.rescueMissing(ref, kept.lost(ref.key(), now), now);
    kept.forget(ref.key());
  }

  /// Brings a workbook into memory with all its changes, so that its file gets them.
  void recover(BookRef ref) {
    try {
      current.fresh(ref, clock.instant());
    } catch (SessionFault.NoSuchItem _) {
      isMissing(ref);
    } catch (SessionFault | StoreFault refused) {
      incidents.add(
          clock.instant(),
          Incident.Kind.DAMAGED,
          ref.itemId(),
          "Its changes stay in the journal: " + refused.getMessage());
    }
  }
}
