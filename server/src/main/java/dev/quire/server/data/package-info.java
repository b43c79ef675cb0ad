/// The data folder: who may use it, what lies where, and the secrets in it.
///
/// Nothing here knows what the secrets are for. Start with `DataFolder`.
package dev.quire.server.data;
