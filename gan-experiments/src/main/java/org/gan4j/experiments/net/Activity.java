package org.gan4j.experiments.net;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Notes when bytes of one request or of its answer last moved, so that a limit can be one for silence and not for size. */
final class Activity {
    /** The bytes that an operating system may hold back when a program has sent all it has. */
    private static final long BUFFERED = 4 << 20;

    /** Bytes a second at which even a slow line takes what is held back. */
    private static final long SLOWEST = 32 << 10;

    private volatile long last = System.nanoTime();

    private void moved() {
        last = System.nanoTime();
    }

    /** Returns the nanoseconds until the silence is longer than it may be; not positive where it is. */
    long left(Duration silence) {
        return last + silence.toNanos() - System.nanoTime();
    }

    /** A body that notes when it is taken. */
    BodyPublisher noting(BodyPublisher body) {
        Flow.Publisher<ByteBuffer> noting = subscriber -> body.subscribe(new Flow.Subscriber<>() {
            private long bytes;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                moved();
                bytes += part.remaining();
                subscriber.onNext(part);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                last = System.nanoTime()
                        + Duration.ofSeconds(Math.min(bytes, BUFFERED) / SLOWEST)
                                .toNanos();
                subscriber.onComplete();
            }
        });
        long length = body.contentLength();
        return length > 0
                ? BodyPublishers.fromPublisher(noting, length)
                : length == 0 ? body : BodyPublishers.fromPublisher(noting);
    }

    /** A reader of an answer that notes when bytes come. */
    <T> HttpResponse.BodyHandler<T> noting(HttpResponse.BodyHandler<T> handler) {
        return head -> {
            moved();
            BodySubscriber<T> reader = handler.apply(head);
            return new BodySubscriber<>() {
                @Override
                public CompletionStage<T> getBody() {
                    return reader.getBody();
                }

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    reader.onSubscribe(subscription);
                }

                @Override
                public void onNext(List<ByteBuffer> part) {
                    moved();
                    reader.onNext(part);
                }

                @Override
                public void onError(Throwable failure) {
                    reader.onError(failure);
                }

                @Override
                public void onComplete() {
                    reader.onComplete();
                }
            };
        };
    }
}
