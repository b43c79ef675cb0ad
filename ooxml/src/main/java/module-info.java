/// `.xlsx` in, `.xlsx` out: writes only the parts that an edit touched and copies the others byte
/// for byte. Bytes in, bytes out: never a file system, never a session.
@org.jspecify.annotations.NullMarked
module dev.quire.ooxml {
  requires static transitive org.jspecify;
  requires transitive dev.quire.workbook;

  exports dev.quire.ooxml;
  exports dev.quire.ooxml.guard;
}
