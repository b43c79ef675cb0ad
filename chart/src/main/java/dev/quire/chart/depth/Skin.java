package dev.quire.chart.depth;

import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import java.util.Optional;

/// What a solid looks like: its paint in full light, and what its edges are drawn with.
public record Skin(Optional<Paint> paint, Optional<Pen> edge) {}
