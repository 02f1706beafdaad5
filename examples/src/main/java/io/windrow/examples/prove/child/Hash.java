package io.windrow.examples.prove.child;

/** A 64-bit hash over a sequence of numbers: each is mixed as in splitmix64, and the order counts. Not for secrets. */
public final class Hash {

    private long value;

    /** Nothing added yet. */
    public Hash() {
    }

    /**
     * Takes in the next number.
     *
     * @param number any.
     * @return this.
     */
    public Hash add(long number) {
        long mixed = value * 31 + number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        value = mixed ^ (mixed >>> 31);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder hex = new StringBuilder(Long.toHexString(value));
        while (hex.length() < 16) {
            hex.insert(0, '0');
        }
        return hex.toString();
    }
}
