//! Work on several items at a time, its results in the order of the items. However long one item takes, only a window
//! of items is under way, so that memory does not grow with their number. (rayon keeps no such order and window.)

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread::{self, Scope};

/// Items under way for each thread: enough that one slow file does not leave the others without work.
const WINDOW: usize = 4;

/// As much as the main thread has: readers of nested files count on it.
const STACK: usize = 8 << 20;

/// Calls `work` for each item, on `jobs` threads, and `sink` for each result on this thread, in the order of the items.
/// An error of `sink` ends it all.
pub fn in_order<Item: Send, Done: Send>(
    items: impl Iterator<Item = Item>,
    jobs: usize,
    work: impl Fn(Item) -> Done + Sync,
    mut sink: impl FnMut(Done) -> io::Result<()>,
) -> io::Result<()> {
    let mut items = items.peekable();
    let first = items.next();
    if jobs < 2 || items.peek().is_none() {
        return first
            .into_iter()
            .chain(items)
            .try_for_each(|item| sink(work(item)));
    }
    let mut items = first.into_iter().chain(items);
    let (give, take) = mpsc::channel::<(Item, mpsc::Sender<Done>)>();
    let take = Mutex::new(take);
    let ended = AtomicBool::new(false);
    let worker = || {
        // A lock is poisoned only by a panic while it is held, and nothing in between panics.
        while let Ok((item, done)) = take
            .lock()
            .map_or_else(|_| Err(mpsc::RecvError), |take| take.recv())
        {
            if ended.load(Ordering::Relaxed) {
                return;
            }
            // Nobody waits for it where the work was ended.
            let _ = done.send(work(item));
        }
    };
    thread::scope(|scope| {
        for _ in 0..jobs {
            start(scope, worker)?;
        }
        let mut under_way = VecDeque::new();
        let result = loop {
            while under_way.len() < jobs * WINDOW
                && let Some(item) = items.next()
            {
                let (sender, done) = mpsc::channel();
                if give.send((item, sender)).is_ok() {
                    under_way.push_back(done);
                }
            }
            let Some(next) = under_way.pop_front() else {
                break Ok(());
            };
            let done = next.recv().map_err(io::Error::other);
            if let Err(error) = done.and_then(&mut sink) {
                break Err(error);
            }
        };
        ended.store(true, Ordering::Relaxed);
        drop(give);
        result
    })
}

fn start<'scope>(
    scope: &'scope Scope<'scope, '_>,
    worker: impl FnOnce() + Send + 'scope,
) -> io::Result<()> {
    let builder = thread::Builder::new().stack_size(STACK);
    builder.spawn_scoped(scope, worker).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    fn slow_first(item: usize) -> usize {
        thread::sleep(Duration::from_millis(if item == 0 { 50 } else { 0 }));
        item
    }

    #[test]
    fn results_come_in_order_whatever_the_number_of_threads() -> io::Result<()> {
        for jobs in [1, 2, 7] {
            let mut all = Vec::new();
            in_order(0..100, jobs, slow_first, |item| {
                all.push(item);
                Ok(())
            })?;
            assert_eq!(all, (0..100).collect::<Vec<_>>(), "{jobs}");
        }
        Ok(())
    }

    #[test]
    fn only_a_window_is_taken_before_the_first_is_done() -> io::Result<()> {
        let taken = AtomicUsize::new(0);
        let items = (0..1000).inspect(|_| {
            taken.fetch_add(1, Ordering::Relaxed);
        });
        let mut most = 0;
        in_order(items, 2, slow_first, |item| {
            most = most.max(taken.load(Ordering::Relaxed) - item);
            Ok(())
        })?;
        assert!(most <= 2 * WINDOW + 2, "{most}");
        Ok(())
    }

    #[test]
    fn who_cannot_write_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let work = |_| begun.fetch_add(1, Ordering::Relaxed);
        let full = |_| Err(io::Error::from(io::ErrorKind::StorageFull));
        let result = in_order(0..1000, 2, work, full);
        assert_eq!(
            result.map_err(|it| it.kind()),
            Err(io::ErrorKind::StorageFull)
        );
        assert!(begun.load(Ordering::Relaxed) <= 2 * WINDOW);
    }
}
