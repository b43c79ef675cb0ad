package dev.quire.ooxml.crypt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Writes a compound file with sectors of 512 bytes (MS-CFB, version 3).
final class CompoundWriter {
  private static final int SECTOR = 512;
  private static final int MINI = 64;
  private static final int CUTOFF = 4096;
  private static final int HEADER_FATS = 109;
  private static final int PER_SECTOR = SECTOR / 4;
  private static final int FREE = -1;
  private static final int END = -2;
  private static final int FAT = -3;
  private static final int DIFAT = -4;

  private final List<Node> nodes = new ArrayList<>();

  /// An entry of the directory.
  private static final class Node {
    final String name;
    final int type;
    final byte[] content;
    int left = FREE;
    int right = FREE;
    int child = FREE;
    int start = END;

    Node(String name, int type, byte[] content) {
      this.name = name;
      this.type = type;
      this.content = content;
    }

    boolean isSmall() {
      return type == 2 && content.length < CUTOFF;
    }
  }

  private CompoundWriter() {}

  static byte[] write(Storage root) {
    var writer = new CompoundWriter();
    writer.nodes.add(new Node("Root Entry", 5, new byte[0]));
    writer.nodes.getFirst().child = writer.add(root);
    return writer.write();
  }

  /// Adds what is in a folder and gives the number of the middle one, which leads to the others.
  private int add(Storage storage) {
    var here = new ArrayList<Integer>();
    storage
        .streams()
        .forEach((name, content) -> {
          here.add(nodes.size());
          nodes.add(new Node(name, 2, content));
        });
    storage
        .storages()
        .forEach((name, inner) -> {
          int number = nodes.size();
          here.add(number);
          nodes.add(new Node(name, 1, new byte[0]));
          nodes.get(number).child = add(inner);
        });
    here.sort(
        Comparator.<Integer>comparingInt(each -> nodes.get(each).name.length())
            .thenComparing(each -> nodes.get(each).name.toUpperCase(Locale.ROOT)));
    return tree(here, 0, here.size());
  }

  private int tree(List<Integer> sorted, int from, int to) {
    if (from >= to) {
      return FREE;
    }
    int middle = (from + to) >>> 1;
    Node node = nodes.get(sorted.get(middle));
    node.left = tree(sorted, from, middle);
    node.right = tree(sorted, middle + 1, to);
    return sorted.get(middle);
  }

  private byte[] write() {
    byte[] mini = miniStream();
    int[] nextMini = miniTable(mini.length / MINI);
    int directory = sectors(nodes.size() * 128);
    int miniTable = sectors(nextMini.length * 4);
    int content = sectors(mini.length);
    for (Node each : nodes) {
      content += each.type == 2 && !each.isSmall() ? sectors(each.content.length) : 0;
    }
    int rest = directory + miniTable + content;
    int fats = 1;
    int difats = 0;
    while (fats * PER_SECTOR < rest + fats + difats) {
      fats++;
      difats = fats <= HEADER_FATS ? 0 : (fats - HEADER_FATS + PER_SECTOR - 2) / (PER_SECTOR - 1);
    }
    var layout = new Layout(fats, difats, directory, miniTable, rest + fats + difats);
    return layout.write(mini, nextMini);
  }

  private byte[] miniStream() {
    var out = new ByteArrayOutputStream();
    for (Node each : nodes) {
      if (each.isSmall() && each.content.length > 0) {
        each.start = out.size() / MINI;
        out.writeBytes(Arrays.copyOf(each.content, round(each.content.length, MINI)));
      }
    }
    return out.toByteArray();
  }

  private int[] miniTable(int count) {
    var next = new int[round(count, PER_SECTOR)];
    Arrays.fill(next, FREE);
    for (Node each : nodes) {
      if (each.isSmall() && each.content.length > 0) {
        link(next, each.start, round(each.content.length, MINI) / MINI);
      }
    }
    return next;
  }

  private static void link(int[] next, int first, int count) {
    for (int at = 0; at < count; at++) {
      next[first + at] = at + 1 == count ? END : first + at + 1;
    }
  }

  private static int sectors(int bytes) {
    return round(bytes, SECTOR) / SECTOR;
  }

  private static int round(int size, int unit) {
    return (size + unit - 1) / unit * unit;
  }

  /// Where everything lies: tables first, then directory, small streams, large streams.
  private final class Layout {
    private final int fats;
    private final int difats;
    private final int directory;
    private final int miniTable;
    private final int total;
    private final int[] next;
    private final ByteBuffer file;

    Layout(int fats, int difats, int directory, int miniTable, int total) {
      this.fats = fats;
      this.difats = difats;
      this.directory = directory;
      this.miniTable = miniTable;
      this.total = total;
      this.next = new int[fats * PER_SECTOR];
      this.file =
          ByteBuffer.allocate(Math.addExact(SECTOR, Math.multiplyExact(total, SECTOR)))
              .order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] write(byte[] mini, int[] nextMini) {
      Arrays.fill(next, FREE);
      Arrays.fill(next, 0, fats, FAT);
      Arrays.fill(next, fats, fats + difats, DIFAT);
      int at = fats + difats;
      int firstDirectory = at;
      link(next, at, directory);
      at += directory;
      int firstMiniTable = nextMini.length == 0 ? END : at;
      link(next, at, miniTable);
      for (int each = 0; each < nextMini.length; each++) {
        file.putInt(offset(at) + 4 * each, nextMini[each]);
      }
      at += miniTable;
      Node root = nodes.getFirst();
      root.start = mini.length == 0 ? END : at;
      at = put(at, mini);
      for (Node each : nodes) {
        if (each.type == 2 && !each.isSmall()) {
          each.start = at;
          at = put(at, each.content);
        }
      }
      directory(firstDirectory, mini.length);
      tables();
      header(firstDirectory, firstMiniTable);
      return file.array();
    }

    private int offset(int sector) {
      return SECTOR + sector * SECTOR;
    }

    private int put(int at, byte[] content) {
      int count = sectors(content.length);
      link(next, at, count);
      file.put(offset(at), content);
      return at + count;
    }

    private void directory(int first, int miniBytes) {
      for (int each = 0; each < directory * SECTOR / 128; each++) {
        int at = offset(first) + each * 128;
        file.putInt(at + 68, FREE).putInt(at + 72, FREE).putInt(at + 76, FREE);
        if (each < nodes.size()) {
          entry(at, nodes.get(each), each == 0 ? miniBytes : nodes.get(each).content.length);
        }
      }
    }

    private void entry(int at, Node node, int size) {
      byte[] name = node.name.getBytes(StandardCharsets.UTF_16LE);
      file.put(at, name);
      file.putShort(at + 64, (short) (name.length + 2));
      file.put(at + 66, (byte) node.type);
      file.put(at + 67, (byte) 1);
      file.putInt(at + 68, node.left).putInt(at + 72, node.right).putInt(at + 76, node.child);
      file.putInt(at + 116, node.type == 1 ? 0 : node.start);
      file.putInt(at + 120, size);
    }

    private void tables() {
      for (int each = 0; each < next.length; each++) {
        file.putInt(SECTOR + 4 * each, each < total ? next[each] : FREE);
      }
      for (int each = 0; each < difats; each++) {
        int at = offset(fats + each);
        for (int slot = 0; slot < PER_SECTOR - 1; slot++) {
          int fat = HEADER_FATS + each * (PER_SECTOR - 1) + slot;
          file.putInt(at + 4 * slot, fat < fats ? fat : FREE);
        }
        file.putInt(at + 4 * (PER_SECTOR - 1), each + 1 < difats ? fats + each + 1 : END);
      }
    }

    private void header(int firstDirectory, int firstMiniTable) {
      file.putLong(0, 0xE11AB1A1_E011CFD0L);
      file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
      file.putShort(30, (short) 9).putShort(32, (short) 6);
      file.putInt(44, fats).putInt(48, firstDirectory).putInt(56, CUTOFF);
      file.putInt(60, firstMiniTable).putInt(64, miniTable);
      file.putInt(68, difats == 0 ? END : fats).putInt(72, difats);
      for (int each = 0; each < HEADER_FATS; each++) {
        file.putInt(76 + 4 * each, each < fats ? each : FREE);
      }
    }
  }
}
