package dev.quire.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Whether only this machine can reach an address.
final class Loopback {
  private Loopback() {}

  static boolean is(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
