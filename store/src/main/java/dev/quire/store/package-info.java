/// Drives: folders and files with stable ids and tags, behind [DriveStore]. [FolderDrive] is a
/// folder of the file system, [MemoryDrive] is gone with the process. A further back end extends
/// the contract test and nothing else changes. Never looks inside a file. Start with [DriveStore].
package dev.quire.store;
