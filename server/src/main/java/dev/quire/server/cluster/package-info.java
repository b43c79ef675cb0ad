/// Servers of a cluster talk to each other: a request that came to one of them is answered by the
/// one that looks after the workbook. Start with [ClusterPlacement] for the way out and [NodeDoor]
/// for the way in.
package dev.quire.server.cluster;
