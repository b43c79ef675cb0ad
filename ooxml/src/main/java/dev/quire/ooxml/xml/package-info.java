/// XML as bytes: a pull scanner that never builds what nobody asked for, a small tree for small
/// parts, and edits that replace slices and leave everything else as it was. Document types are
/// refused, so there are no entities but the five of XML and character references. Never knows what
/// an element means. Start with [XmlScanner] and [XmlTree].
package dev.quire.ooxml.xml;
