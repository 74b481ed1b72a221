package io.throughline.core.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each pair of a claim and a place has one number, from 1, and keeps it until all are forgotten. */
class GroupsTest {
    private static final int NO_GUESS = Alignment.NO_GROUP;

    private final Groups groups = new Groups();

    @Test
    void aGroupIsFoundByWhatMadeIt() {
        assertThat(groups.find(5, 2, NO_GUESS)).isEqualTo(Groups.UNKNOWN);

        int group = groups.add(5, 2, 9);

        assertThat(group).isEqualTo(1);
        assertThat(groups.count()).isEqualTo(2);
        assertThat(groups.find(5, 2, NO_GUESS)).isEqualTo(group);
        assertThat(groups.claimedBy(group)).isEqualTo(5);
        assertThat(groups.placeOf(group)).isEqualTo(2);
        assertThat(groups.heldBy(group)).isEqualTo(9);
    }

    @Test
    void theSameClaimInAnotherPlaceAndTheOtherWayRoundAreOtherGroups() {
        groups.add(5, 2, 9);

        assertThat(groups.find(5, 3, NO_GUESS)).isEqualTo(Groups.UNKNOWN);
        assertThat(groups.find(2, 5, NO_GUESS)).isEqualTo(Groups.UNKNOWN);
    }

    @ParameterizedTest(name = "a guess of {0}")
    @ValueSource(ints = {-1, 0, 1, 2, 3, 63, 64, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aGuessChangesNoAnswer(int guess) {
        int first = groups.add(5, 2, 9);
        int second = groups.add(5, 3, 9);

        assertThat(groups.find(5, 2, guess)).isEqualTo(first);
        assertThat(groups.find(5, 3, guess)).isEqualTo(second);
        assertThat(groups.find(0, 0, guess)).isEqualTo(Groups.UNKNOWN);
    }

    @Test
    void thousandsOfThemKeepTheirNumbers() {
        for (int claim = 0; claim < 100; claim++) {
            for (int place = 0; place < 100; place++) {
                groups.add(claim, place, claim + place);
            }
        }
        for (int group = 1; group < groups.count(); group++) {
            assertThat(groups.find(groups.claimedBy(group), groups.placeOf(group), NO_GUESS))
                    .isEqualTo(group);
            assertThat(groups.heldBy(group)).isEqualTo(groups.claimedBy(group) + groups.placeOf(group));
        }
    }

    @Test
    void whatWasForgottenIsNotFoundByAGuessEither() {
        int group = groups.add(5, 2, 9);
        groups.clear();

        assertThat(groups.count()).isEqualTo(1);
        assertThat(groups.find(5, 2, group)).isEqualTo(Groups.UNKNOWN);
        assertThat(groups.add(7, 1, 3)).isEqualTo(group);
    }
}
