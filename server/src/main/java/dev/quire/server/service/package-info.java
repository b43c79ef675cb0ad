/// Puts drives, sessions and the Graph API together. Never knows a socket. Start with
/// [WorkbookService].
package dev.quire.server.service;
