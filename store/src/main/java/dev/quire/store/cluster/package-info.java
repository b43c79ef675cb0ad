/// Several servers over one database: which of them looks after which workbook, and until when.
/// Uses rows and plain transactions only, no locks of a connection and no notices, so that any
/// engine that speaks PostgreSQL's protocol will do. Start with [Ownership].
package dev.quire.store.cluster;
