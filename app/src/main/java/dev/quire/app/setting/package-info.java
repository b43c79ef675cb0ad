/// Settings: one table from which options, environment variables, file keys and help follow.
///
/// Nothing here knows what a setting does. To add one, write a line in `Setting`. Start there.
package dev.quire.app.setting;
