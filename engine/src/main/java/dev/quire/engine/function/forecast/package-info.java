/// Forecasts of time series by exponential smoothing. Start with [ForecastFunctions]. Never reads a
/// clock or a random source of its own.
package dev.quire.engine.function.forecast;
