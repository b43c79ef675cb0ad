/// The server's own pages below `/.quire`: control for developers, and the public side of the
/// development issuer. All of it exists only while the server listens on loopback.
///
/// A new control is one class that implements [dev.quire.server.control.Control] and one entry in
/// the table that `QuireServer` hands to [dev.quire.server.control.ControlPages]. Start there.
package dev.quire.server.control;
