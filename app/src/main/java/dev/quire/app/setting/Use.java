package dev.quire.app.setting;

/// The commands that take settings.
public enum Use {
  SERVE,
  TOKEN,
  CLOCK,
  DIFF
}
