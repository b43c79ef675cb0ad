package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a compound file (MS-CFB). Chains of sectors are bounded by the number of sectors that the
/// file has.
final class CompoundReader {
  private static final int HEADER = 512;
  private static final int ENTRY = 128;
  private static final int END = -2;
  private static final int FREE = -1;
  private static final int HEADER_FATS = 109;
  private static final int MINI = 64;
  private static final int DEEPEST = 16;

  private final ByteBuffer file;
  private final int sectorBytes;
  private final int sectors;
  private final int[] next;
  private final byte[] directory;
  private final int cutoff;
  private final byte[] mini;
  private final int[] nextMini;
  private final Set<Integer> seen = new HashSet<>();

  private CompoundReader(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER) {
      throw damaged("it is too short");
    }
    int shift = file.getShort(30);
    if (shift != 9 && shift != 12) {
      throw damaged("a sector of 2^" + shift + " bytes");
    }
    sectorBytes = 1 << shift;
    sectors = (bytes.length - 1) / sectorBytes;
    next = table(fatSectors());
    directory = chain(file.getInt(48), Integer.MAX_VALUE);
    cutoff = file.getInt(56);
    nextMini = table(sectorsOf(file.getInt(60)));
    if (directory.length < ENTRY) {
      throw damaged("no directory");
    }
    mini = chain(entry(0).getInt(116), (int) Math.min(entry(0).getInt(120), Integer.MAX_VALUE));
  }

  /// The whole content.
  static Storage read(byte[] bytes) {
    var reader = new CompoundReader(bytes);
    Storage root = Storage.empty();
    reader.children(reader.entry(0).getInt(76), root, 0);
    return root;
  }

  private List<Integer> fatSectors() {
    var found = new ArrayList<Integer>();
    int count = file.getInt(44);
    if (count < 0 || count > sectors) {
      throw damaged("more tables than sectors");
    }
    for (int at = 0; at < Math.min(count, HEADER_FATS); at++) {
      found.add(file.getInt(76 + 4 * at));
    }
    int extra = file.getInt(68);
    int perSector = sectorBytes / 4 - 1;
    for (int steps = 0; found.size() < count && extra >= 0 && steps < sectors; steps++) {
      ByteBuffer sector = sector(extra);
      for (int at = 0; at < perSector && found.size() < count; at++) {
        found.add(sector.getInt(4 * at));
      }
      extra = sector.getInt(4 * perSector);
    }
    return found;
  }

  private List<Integer> sectorsOf(int first) {
    var found = new ArrayList<Integer>();
    for (int at = first; at >= 0; at = at < next.length ? next[at] : END) {
      if (found.size() > sectors) {
        throw damaged("a chain of sectors without end");
      }
      found.add(at);
    }
    return found;
  }

  private int[] table(List<Integer> of) {
    var table = new int[of.size() * (sectorBytes / 4)];
    int filled = 0;
    for (int each : of) {
      ByteBuffer sector = sector(each);
      for (int at = 0; at < sectorBytes / 4; at++) {
        table[filled++] = sector.getInt(4 * at);
      }
    }
    return table;
  }

  private ByteBuffer sector(int number) {
    long from = (long) (number + 1) * sectorBytes;
    if (number < 0 || from >= file.limit()) {
      throw damaged("a sector beyond the end");
    }
    var bytes = new byte[sectorBytes];
    file.get((int) from, bytes, 0, (int) Math.min(sectorBytes, file.limit() - from));
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] chain(int first, int size) {
    var out = new ByteArrayOutputStream();
    for (int each : sectorsOf(first)) {
      out.writeBytes(sector(each).array());
    }
    byte[] all = out.toByteArray();
    return all.length > size ? Arrays.copyOf(all, Math.max(size, 0)) : all;
  }

  private byte[] miniChain(int first, int size) {
    var out = new ByteArrayOutputStream();
    int at = first;
    for (int steps = 0; at >= 0 && out.size() < size && steps <= nextMini.length; steps++) {
      if ((at + 1L) * MINI > mini.length + MINI - 1L) {
        throw damaged("a small sector beyond the end");
      }
      int from = at * MINI;
      out.write(mini, from, Math.min(MINI, mini.length - from));
      at = at < nextMini.length ? nextMini[at] : END;
    }
    byte[] all = out.toByteArray();
    return all.length > size ? Arrays.copyOf(all, size) : all;
  }

  private ByteBuffer entry(int number) {
    if (number < 0 || (number + 1L) * ENTRY > directory.length) {
      throw damaged("an entry beyond the directory");
    }
    return ByteBuffer.wrap(directory, number * ENTRY, ENTRY).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private void children(int number, Storage into, int depth) {
    if (number == FREE) {
      return;
    }
    if (!seen.add(number) || depth > DEEPEST * 64) {
      throw damaged("entries in a circle");
    }
    ByteBuffer entry = entry(number);
    children(entry.getInt(68), into, depth + 1);
    int length = entry.getShort(64);
    if (length < 2 || length > 64) {
      throw damaged("a name that is too long");
    }
    var name = new byte[length - 2];
    entry.get(0, name);
    add(new String(name, StandardCharsets.UTF_16LE), entry, into, depth);
    children(entry.getInt(72), into, depth + 1);
  }

  private void add(String name, ByteBuffer entry, Storage into, int depth) {
    int type = entry.get(66);
    if (type == 1) {
      Storage storage = Storage.empty();
      into.storages().put(name, storage);
      children(entry.getInt(76), storage, depth + 1);
    } else if (type == 2) {
      long size = entry.getInt(120) & 0xFFFF_FFFFL;
      if (size > file.limit()) {
        throw damaged("a stream that is longer than the file");
      }
      int start = entry.getInt(116);
      byte[] content = size < cutoff ? miniChain(start, (int) size) : chain(start, (int) size);
      into.streams().put(name, content);
    }
  }

  private static XlsxFault damaged(String why) {
    return new XlsxFault.Damaged("compound file", -1, why);
  }
}
