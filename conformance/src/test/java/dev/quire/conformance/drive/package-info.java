/// Holds the drive to what sessions need of it: content, deletion, addresses that must not lead out
/// of the folder, drives of others. Start with [dev.quire.conformance.drive.ContentTest].
package dev.quire.conformance.drive;
