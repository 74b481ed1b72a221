package io.throughline.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void aPartIsSetBesideTheWhole() {
        assertThat(Share.of(30, 120)).contains(0.25);
        assertThat(Share.of(0, 120)).as("nothing of something is 0").contains(0.0);
        assertThat(Share.of(120, 120)).contains(1.0);
    }

    @Test
    void ofNothingThereAreNoShares() {
        assertThat(Share.of(0, 0)).isEmpty();
    }
}
