/// All places of a package that hold references to cells, beside the cells of worksheets, and how
/// each follows when cells move. Start with [Holders], the table.
package dev.quire.ooxml.holder;
