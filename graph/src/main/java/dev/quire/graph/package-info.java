/// The front door of the Graph workbook API: finds out who asks for what, has it done, and says
/// what to answer. Knows no sockets, no XML parts and no file systems. Start with [GraphEndpoint].
package dev.quire.graph;
