/// Charts as values: what they show, where they lie, how they look. Formatting is resolved: a
/// colour is a colour, whatever theme it came from. Knows neither files nor pictures. Start at
/// [dev.quire.workbook.chart.Chart].
@org.jspecify.annotations.NullMarked
package dev.quire.workbook.chart;
