package io.throughline.core.work;

/** The number in an issue key, so that a key takes 4 bytes: {@code ABC-12} of project {@code ABC} is 12. */
final class KeyNumber {
    /** The key is not its project's key, a dash and a number. */
    static final int ODD = -1;

    private static final int LONGEST = 9;

    private KeyNumber() {}

    /** The number, at least 0, or {@link #ODD}. */
    static int of(String key, String projectKey) {
        int digits = projectKey.length() + 1;
        boolean usual = key.length() > digits
                && key.length() <= digits + LONGEST
                && key.startsWith(projectKey)
                && key.charAt(digits - 1) == '-'
                && (key.charAt(digits) != '0' || key.length() == digits + 1);
        if (!usual) {
            return ODD;
        }
        int number = 0;
        for (int at = digits; at < key.length(); at++) {
            int digit = key.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return ODD;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
