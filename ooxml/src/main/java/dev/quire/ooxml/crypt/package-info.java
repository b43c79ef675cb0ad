/// Workbooks behind a password (MS-OFFCRYPTO): the compound file that such a package lies in
/// (MS-CFB), and the two schemes that Excel has used since 2007, standard and agile. Start with
/// [ProtectedPackage].
package dev.quire.ooxml.crypt;
