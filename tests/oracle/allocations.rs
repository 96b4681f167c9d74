//! An allocator that counts, so that a test can bound the memory of a call.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Bytes of this thread: allocated now, at most since [`measure`] began, and all together since then.
#[derive(Clone, Copy, Default)]
struct Counts {
    now: isize,
    peak: isize,
    total: usize,
}

thread_local! {
    static COUNTS: Cell<Counts> = const { Cell::new(Counts { now: 0, peak: 0, total: 0 }) };
}

/// The allocator of the system, with counts.
pub struct CountingAllocator;

fn count(bytes: isize) {
    // A thread that ends frees memory after its counts are gone.
    let _ = COUNTS.try_with(|counts| {
        let Counts { now, peak, total } = counts.get();
        let now = now + bytes;
        counts.set(Counts { now, peak: peak.max(now), total: total + bytes.max(0) as usize });
    });
}

// SAFETY: every call goes to the allocator of the system as it is.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Does some work, and says how many bytes it held at most, and how many it asked for all together.
pub fn measure<T>(work: impl FnOnce() -> T) -> (T, usize, usize) {
    let before = COUNTS.get();
    COUNTS.set(Counts { peak: before.now, total: 0, ..before });
    let result = work();
    let after = COUNTS.get();
    (result, (after.peak - before.now).max(0) as usize, after.total)
}
