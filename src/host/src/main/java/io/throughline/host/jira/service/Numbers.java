package io.throughline.host.jira.service;

import java.math.BigDecimal;

/** How numbers are written for people. */
final class Numbers {
    private Numbers() {}

    /** 3 for 3.0, 2.5 for 2.5. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
