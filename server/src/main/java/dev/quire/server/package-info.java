/// HTTP around the Graph workbook API: the front door of this module.
///
/// [dev.quire.server.QuireServer] puts the parts together (data folder, tokens, control, HTTP) and
/// hands what it knows to a [dev.quire.server.GraphFactory], which builds everything behind it.
/// Nothing here knows what is in a cell. Start with `QuireServer`.
package dev.quire.server;
