use std::cell::RefCell;

use wasm_bindgen::prelude::*;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the message and the place of a panic: the trap that follows carries neither.
#[wasm_bindgen(start)]
fn keep_panics() {
    std::panic::set_hook(Box::new(|panic| LAST.with_borrow_mut(|last| *last = Some(panic.to_string()))));
}

/// The message and the place of the panic that ended this instance.
#[wasm_bindgen]
pub fn last_panic() -> Option<String> {
    LAST.take()
}
