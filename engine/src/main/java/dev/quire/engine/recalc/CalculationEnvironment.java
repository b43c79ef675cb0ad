package dev.quire.engine.recalc;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// What a calculation takes from the world.
///
/// @param clock tells `NOW` and `TODAY` the moment, once for each calculation
/// @param zone the zone in which they are told
/// @param random where `RAND` takes its numbers; used by one calculation at a time
/// @param budget how long one calculation may take
public record CalculationEnvironment(
    InstantSource clock, ZoneId zone, RandomGenerator random, Duration budget) {}
