package io.windrow.pipeline.feeds;

/** Compares words in text without making strings. */
final class Words {

    private static final int CASE_BIT = 0x20;

    private Words() {
    }

    /** Whether the text is the word, which is given in lower-case letters, without regard to case. */
    static boolean isWord(byte[] text, int from, int to, String word) {
        int length = word.length();
        if (to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((text[from + i] | CASE_BIT) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
