package wirebook.tcp;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The options of a segment in wire order, with the length that they take: a packet on its way is asked for it a dozen times. */
final class Options extends AbstractList<TcpOption> implements RandomAccess {
    static final Options NONE = new Options();

    private final TcpOption[] options;
    private final int length;

    private Options(TcpOption... options) {
        this.options = options;
        int sum = 0;
        for (TcpOption option : options) {
            sum += option.length();
        }
        this.length = sum + 3 & ~3;
    }

    /** A list that never changes. */
    static Options copyOf(List<TcpOption> list) {
        return list instanceof Options options
                ? options
                : list.isEmpty() ? NONE : new Options(list.toArray(TcpOption[]::new));
    }

    /** How many octets they take, padded to words. */
    int length() {
        return length;
    }

    /** Writes them; the octets of the padding are zero already. */
    void encode(byte[] target, int at) {
        int place = at;
        for (TcpOption option : options) {
            option.bytes().copyTo(target, place);
            place += option.length();
        }
    }

    @Override
    public TcpOption get(int index) {
        return options[index];
    }

    @Override
    public int size() {
        return options.length;
    }
}
