/// Who has which workbook open, and till when. A persistent session works on the live copy of its
/// workbook, which all persistent sessions and requests without a session share; any other session
/// has a private fork. Never knows JSON names, status codes or headers. Start with [Sessions].
package dev.quire.session;
