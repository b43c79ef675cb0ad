/// The durable, ordered log of what has been acknowledged and is in no file yet, behind
/// [dev.quire.store.journal.JournalStore]. Never looks inside an entry. Start there.
package dev.quire.store.journal;
