package io.throughline.app.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource({
        "The trains and the tickets, train ticket",
        "companies process status bus gas, company process status bus gas",
        "Ti.UI.ListView: item.click, ti ui listview list view item click",
        "'Fahrgäste wissen, bevor sie fragen', fahrgäste wissen bevor fragen",
        "'of the, and', ''",
        "iOS 17, ios 17",
        "列车, 列 车"
    })
    void wordsAreTakenFromATextAsPeopleWouldLookForThem(String text, String words) {
        assertThat(String.join(" ", new Tokens().words(text).keySet())).isEqualTo(words);
    }
}
