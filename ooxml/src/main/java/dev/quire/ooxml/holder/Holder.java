package dev.quire.ooxml.holder;

/// A place in a part that holds a reference.
///
/// @param what what it belongs to, in words; rows of the table with the same words go together
/// @param element name of the element, without prefix
/// @param attribute name of the attribute without prefix, empty for the text of the element
/// @param syntax how the reference is written
/// @param fate what happens when nothing is left of it
public record Holder(String what, String element, String attribute, Syntax syntax, Fate fate) {
  /// How a reference is written.
  public enum Syntax {
    /// The address of one cell; it goes where the cell goes.
    CELL,
    /// The address of an area; it stretches and shrinks as a reference in a formula.
    AREA,
    /// The same below a header, its first row: when that is gone nothing is left.
    HEADED_AREA,
    /// Addresses of areas with blanks between; areas are cut where only part of them moves.
    AREAS,
    /// A formula. Relative references are told from the top left cell of the areas of the element
    /// around it, or mean what they spell where there are none.
    FORMULA,
    /// The area lies on the sheet that the attribute `sheet` names.
    AREA_OF_NAMED_SHEET,
    /// The number of the last row, or column, before a page break.
    BREAK
  }

  /// What happens to an element when nothing is left of its reference.
  public enum Fate {
    /// The element goes, and with it the list around it if it was the last one.
    GOES,
    /// The element around it goes, as that of a list of areas that is an element of its own.
    PARENT_GOES,
    /// All stays as it is: a formula says `#REF!` itself, a view looks at the same place.
    STAYS
  }
}
