/// Drives: folders and files with stable ids and tags, behind [DriveStore]. A back end extends the
/// contract test and nothing else changes. Never looks inside a file. Start with [DriveStore].
package dev.quire.store;
