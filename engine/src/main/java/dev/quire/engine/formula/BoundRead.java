package dev.quire.engine.formula;
public record BoundRead(int sheet, RelativeArea area) {}
