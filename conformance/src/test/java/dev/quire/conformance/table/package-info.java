/// Writing of tables and names: what changed is read back through the API, and from the saved file
/// by another program. Never looks inside the server. Start with
/// [dev.quire.conformance.table.TableTest].
package dev.quire.conformance.table;
