/// Hurts the servers of a cluster while clients read and write, and looks afterwards whether what
/// the clients saw could have come from one workbook. Start with [ClusterTorture].
@org.jspecify.annotations.NullMarked
package dev.quire.bench.cluster;
