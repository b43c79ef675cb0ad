/// Positions in a grid: cells and areas, and their A1 spelling. Zero-based everywhere; one-based
/// numbers exist only inside A1 text. Never looks at what a cell contains. Start with [Area].
package dev.quire.engine.ref;
