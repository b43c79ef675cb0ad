/// Query options: `$select`, `$filter` and their kin, read from a URL into values that can be
/// applied to anything with named properties. Never looks anything up. Start with [QueryParser].
package dev.quire.graph.query;
