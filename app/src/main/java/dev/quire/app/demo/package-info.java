/// The demo drive: three workbooks to try a server with, made when it has no drive of its own.
///
/// A generator of exactly these books, with formulas and the values they come to. It is no .xlsx
/// library: it knows only what the three need, reads nothing, and never touches a file that is
/// there. Start with `DemoDrive`; a book's content is in `LoanBook`, `PricesBook` and `SalesBook`,
/// how it becomes bytes in `BookWriter`.
package dev.quire.app.demo;
